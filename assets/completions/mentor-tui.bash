# Completion of mentor-tui for bash 3.2 and newer. The program itself says which words may follow.

_mentor_tui() {
    local words=() word kind= value help i n
    # bash cuts words at `=` and `:`; the program takes them whole.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]} n=${#words[@]}
        if ((n > 1)) && [[ $word == [=:]* || ${words[n - 1]} == *[=:] ]]; then
            words[n - 1]+=$word
        else
            words+=("$word")
        fi
    done
    local current=${words[${#words[@]} - 1]}
    local last=${current##*[=:]}
    local before=${current%"$last"}
    COMPREPLY=()
    while IFS=$'\t' read -r value help; do
        if [[ -z $kind ]]; then
            kind=$value
        else
            COMPREPLY+=("${value#"$before"}")
        fi
    done < <("$1" completions bash -- "${words[@]}" 2>/dev/null)
    if [[ $kind == files ]]; then
        # Quotes blanks in names, and ends folders with a slash.
        type compopt &>/dev/null && compopt -o filenames
        while IFS= read -r value; do
            COMPREPLY+=("$value")
        done < <(compgen -f -- "$last")
    fi
    # A field of the filter goes on behind its colon.
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[=:,] ]]; then
        type compopt &>/dev/null && compopt -o nospace
    fi
}

complete -F _mentor_tui mentor-tui
