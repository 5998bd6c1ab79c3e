/**
 * The scripts that tie the program to a shell. Each passes the words typed so far to `permesso complete` and shows
 * what comes back: a candidate and its meaning on each line, then what the shell itself may complete.
 */

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** Where a script goes to be read by every new shell, and the line that reads it into this one. */
export const INSTALL: Readonly<Record<Shell, { readonly always: string; readonly once: string }>> = {
  bash: {
    always: 'permesso completion bash > ~/.local/share/bash-completion/completions/permesso',
    once: 'source <(permesso completion bash)',
  },
  zsh: {
    always: 'permesso completion zsh > "${fpath[1]}/_permesso"',
    once: 'source <(permesso completion zsh)',
  },
  fish: {
    always: 'permesso completion fish > ~/.config/fish/completions/permesso.fish',
    once: 'permesso completion fish | source',
  },
  powershell: {
    always: 'permesso completion powershell >> $PROFILE',
    once: 'permesso completion powershell | Out-String | Invoke-Expression',
  },
};

// bash cuts words at = and :, which the program does not; it works with the bash 3.2 of old systems as well
const BASH = String.raw`_permesso() {
  local command=$1 rest=${'$'}{COMP_LINE:0:COMP_POINT} word='' gap value cur prefix fallback=none i
  local -a words
  words=()
  case $command in "~/"*) command=$HOME/${'$'}{command#"~/"} ;; esac
  for ((i = 0; i <= COMP_CWORD; i++)); do
    gap=${'$'}{rest%%[![:space:]]*}
    rest=${'$'}{rest#"$gap"}
    word=${'$'}{COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then word=$rest; fi
    rest=${'$'}{rest#"$word"}
    if ((i > 0)) && [[ -z $gap ]]; then
      words[${'$'}{#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  cur=${'$'}{words[${'$'}{#words[@]} - 1]}
  case $word in = | :) prefix=$cur ;; *) prefix=${'$'}{cur%"$word"} ;; esac
  COMPREPLY=()
  while IFS=$'\t' read -r value _; do
    case $value in
      :*) fallback=${'$'}{value#:} ;;
      *) COMPREPLY+=("${'$'}{value#"$prefix"}") ;;
    esac
  done < <("$command" complete -- "${'$'}{words[@]:1}" 2>/dev/null)
  case $fallback in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
  esac
  case ${'$'}{COMPREPLY[0]-} in *:) compopt -o nospace 2>/dev/null ;; esac
  return 0
}
complete -F _permesso permesso
`;

const ZSH = String.raw`_permesso() {
  local -a lines described suffix
  local line value fallback=none command=${'$'}{(Q)words[1]}
  [[ $command == "~/"* ]] && command=$HOME/${'$'}{command#"~/"}
  lines=("${'$'}{(@f)$("$command" complete -- "${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}" 2>/dev/null)}")
  for line in $lines; do
    value=${'$'}{line%%$'\t'*}
    case $value in
      :*) fallback=${'$'}{value#:} ;;
      *)
        described+=("${'$'}{value//:/\\:}:${'$'}{line#*$'\t'}")
        [[ $value == *: ]] && suffix=(-S '')
        ;;
    esac
  done
  if (( $#described )); then
    _describe -V permesso described $suffix
    return
  fi
  [[ $PREFIX == --*=* ]] && compset -P '*='
  case $fallback in
    files) _files ;;
    folders) _files -/ ;;
  esac
}
if [[ ${'$'}{funcstack[1]-} == _permesso ]]; then
  _permesso "$@"
else
  compdef _permesso permesso
fi
`;

const FISH = String.raw`function __permesso_complete
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    set -l command $words[1]
    set -e words[1]
    set -l fallback none
    for line in ($command complete -- $words "$last" 2>/dev/null)
        if string match -q ':*' -- $line
            set fallback (string sub -s 2 -- $line)
        else
            echo $line
        end
    end
    set -l prefix (string match -r -- '^--[^=]*=' "$last")
    set -l path (string replace -r -- '^--[^=]*=' '' "$last")
    switch $fallback
        case files
            printf '%s\n' "$prefix"(__fish_complete_path "$path")
        case folders
            printf '%s\n' "$prefix"(__fish_complete_directories "$path")
    end
end
complete -c permesso -f -a '(__permesso_complete)'
`;

const POWERSHELL = String.raw`Register-ArgumentCompleter -Native -CommandName permesso -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    $last = $wordToComplete.Trim("'", '"')
    # before 7.3 an empty word does not reach a program unless it is written out
    if ($last -eq '' -and $PSVersionTable.PSVersion -lt [version]'7.3') { $last = '""' }
    $program = $commandAst.CommandElements[0].Extent.Text.Trim("'", '"')
    & $program complete '--' @words $last 2>$null | ForEach-Object {
        $value, $meaning = $_ -split [char]9, 2
        if ($value -and -not $value.StartsWith(':')) {
            if (-not $meaning) { $meaning = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $meaning)
        }
    }
}
`;

const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL };

/** The script for a shell, with how to install it above; `how` are lines in the reader's language. */
export function scriptFor(shell: Shell, how: readonly string[]): string {
  // zsh knows a file for completion by its first line
  const first = shell === 'zsh' ? '#compdef permesso\n' : '';
  return `${first}${how.map((line) => `# ${line}`).join('\n')}\n\n${SCRIPTS[shell]}`;
}
