# Completion of mentor-tui for PowerShell. The program itself says which words may follow.

Register-ArgumentCompleter -Native -CommandName 'mentor-tui' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    # An empty argument would be lost on its way to the program, so the last word begins with a dot.
    $lines = @(& mentor-tui completions powershell '--' @words ".$wordToComplete" 2>$null)
    if ($lines.Count -eq 0) { return }

    $lines | Select-Object -Skip 1 | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
    if ($lines[0] -eq 'files') {
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
    }
}
