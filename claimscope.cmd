@echo off
rem Starts Claimscope on Windows: finds a JDK 25, builds once, and runs the jars.
setlocal enabledelayedexpansion
set "root=%~dp0"
set "jar=%root%app\target\app-0.1.0.jar"
set "stamp=%root%app\target\claimscope.stamp"
set "home=%CLAIMSCOPE_JAVA_HOME%"
if not defined home set "home=%JAVA_HOME%"
if not exist "%home%\bin\java.exe" (
  echo Claimscope needs a JDK 25 or newer. Install one, and name its folder in JAVA_HOME. 1>&2
  exit /b 4
)
"%home%\bin\java.exe" --version 2>nul | findstr /r "^openjdk.2[5-9] ^java.2[5-9] ^openjdk.[3-9][0-9]" >nul
if errorlevel 1 (
  echo The JDK in "%home%" is older than 25. Install a newer one, and name its folder in JAVA_HOME. 1>&2
  exit /b 4
)
if not exist "%stamp%" (
  echo Building Claimscope once; this takes a minute or two ... 1>&2
  pushd "%root%"
  call mvn -q -B -DskipTests package 1>&2
  if errorlevel 1 ( popd & exit /b 4 )
  popd
  echo %home%> "%stamp%"
)
"%home%\bin\java.exe" "@%root%installers\runtime\jvm.options" -cp "%jar%;%root%app\target\lib\*" org.claimscope.app.Main %*
exit /b %errorlevel%
