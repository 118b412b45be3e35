# Completion of mentor-tui for Elvish. The program itself says which words may follow.

use str

set edit:completion:arg-completer[mentor-tui] = {|@words|
    var lines = [(e:mentor-tui completions elvish -- $@words | from-lines)]
    if (> (count $lines) 0) {
        each {|line|
            var value help = (str:split &max=2 "\t" $line)
            if (eq $help '') {
                edit:complex-candidate $value
            } else {
                edit:complex-candidate $value &display=$value'  ('$help')'
            }
        } $lines[1..]
        if (eq $lines[0] files) {
            edit:complete-filename $words[-1]
        }
    }
}
