# Completion of mentor-tui for fish. The program itself says which words may follow.

function __mentor_tui_candidates
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] completions fish -- $words "$current" 2>/dev/null)
    set -q lines[1]; or return
    set -l kind $lines[1]
    set -e lines[1]
    set -q lines[1]; and printf '%s\n' $lines
    if test "$kind" = files
        __fish_complete_path "$current"
    end
end

complete -c mentor-tui -f -a '(__mentor_tui_candidates)'
