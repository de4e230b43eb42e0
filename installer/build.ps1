# Makes the app image and the installer for Windows, as build.sh does elsewhere.
#
#   powershell installer\build.ps1 [image|msi]...     default: msi
#
# Needs JAVA_HOME, a JDK 25, and WiX 3 or later on the path.
# Results: installer\target\Signalbox (the image), *.msi beside it, with its SHA-256.
$ErrorActionPreference = 'Stop'
& "$env:JAVA_HOME\bin\java.exe" "-Dsignalbox.root=$PSScriptRoot\.." "$PSScriptRoot\Package.java" @args
exit $LASTEXITCODE
