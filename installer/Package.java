import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Makes the app image, and from it the installers of the system it runs on, by the same steps everywhere.
/// `build.sh` and `build.ps1` call it; it needs nothing but the JDK it runs on and Maven.
class Package {
    private static final Path ROOT = Path.of(System.getProperty("signalbox.root")).toAbsolutePath().normalize();
    private static final Path HERE = ROOT.resolve("installer");
    private static final Path OUT = HERE.resolve("target");
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final boolean MAC = SYSTEM.startsWith("mac");
    private static final boolean LINUX = !WINDOWS && !MAC;
    private static final String EXE = WINDOWS ? ".exe" : "";

    public static void main(String[] wanted) throws Exception {
        List<String> kinds = wanted.length > 0 ? List.of(wanted) : kindsOfThisSystem();
        check(kinds);
        collect();
        makeImage();
        makeCache();
        for (String kind : kinds) {
            if (!kind.equals("image")) {
                makeInstaller(kind);
            }
        }
        writeChecksums();
        say("done: " + OUT);
    }

    private static List<String> kindsOfThisSystem() {
        if (WINDOWS) {
            return List.of("msi");
        }
        if (MAC) {
            return List.of("dmg");
        }
        List<String> kinds = new ArrayList<>(List.of("image"));
        if (isOnPath("dpkg-deb")) {
            kinds.add("deb");
        }
        if (isOnPath("rpmbuild")) {
            kinds.add("rpm");
        }
        return kinds;
    }

    private static void check(List<String> kinds) {
        if (Runtime.version().feature() != 25) {
            die("this is JDK " + Runtime.version() + "; JAVA_HOME has to name a JDK 25");
        }
        for (String kind : kinds) {
            List<String> tools = switch (kind) {
                case "deb" -> List.of("dpkg-deb", "fakeroot");
                case "rpm" -> List.of("rpmbuild");
                case "image", "msi", "dmg" -> List.of();
                default -> {
                    die("image, deb, rpm, msi or dmg; not " + kind);
                    yield List.of();
                }
            };
            tools.stream().filter(tool -> !isOnPath(tool)).forEach(tool -> die(tool + " is missing, which makes the ." + kind));
        }
    }

    /// Everything the launchers have on their class path, JavaFX apart for jlink, the demo beside it, and the notices.
    private static void collect() throws Exception {
        say("building");
        Disk.delete(OUT);
        Path jars = Files.createDirectories(OUT.resolve("jars"));
        Path modules = Files.createDirectories(OUT.resolve("modules"));
        maven("package", "-Dsignalbox.commit=" + commit(), "-pl", "src/app,src/cli,embedded-demo/supervisor", "-am");
        // The build leaves the class path of either face in a file.
        for (String face : List.of("app", "cli")) {
            Path built = ROOT.resolve("src").resolve(face).resolve("target");
            for (String jar : Files.readString(built.resolve("classpath")).strip().split(File.pathSeparator)) {
                String name = Path.of(jar).getFileName().toString();
                // JavaFX's jars without classifier hold nothing but a manifest.
                if (!name.startsWith("javafx-")) {
                    Disk.copy(Path.of(jar), jars.resolve(name));
                } else if (name.matches(".*-(linux|mac|win).*")) {
                    Disk.copy(Path.of(jar), modules.resolve(name));
                }
            }
            Path own = Disk.only(built, name -> name.matches("signalbox-" + face + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"));
            Disk.copy(own, jars.resolve(own.getFileName()));
        }
        Path icons = Files.createDirectories(OUT.resolve("icons"));
        for (Path icon : Disk.list(ROOT.resolve("icons"), name -> name.endsWith(".png"))) {
            Disk.copy(icon, icons.resolve(icon.getFileName()));
        }
        // Not among the jars: they would all end up on the console's class path.
        Disk.copyTree(ROOT.resolve("embedded-demo/target/home"), OUT.resolve("demo"));
        say("writing the notices of what is in it");
        maven("org.codehaus.mojo:license-maven-plugin:2.7.1:aggregate-add-third-party", "-pl", "!src/bench,!src/walk",
                "-Dlicense.excludedScopes=test,provided", "-Dlicense.fileTemplate=" + HERE.resolve("notices.ftl"),
                "-Dlicense.outputDirectory=" + OUT, "-Dlicense.thirdPartyFilename=libraries.tsv");
        new Notices(ROOT, OUT.resolve("libraries.tsv")).write(List.of(jars, modules, OUT.resolve("demo")), OUT.resolve("legal"));
    }

    private static void makeImage() throws Exception {
        say("making the app image");
        List<String> command = jpackage("image.args");
        command.addAll(List.of("--input", OUT.resolve("jars").toString(),
                "--app-content", OUT.resolve("demo") + "," + OUT.resolve("legal") + "," + OUT.resolve("icons"),
                "--main-jar", Disk.only(OUT.resolve("jars"), name -> name.startsWith("signalbox-app-")).getFileName().toString(),
                "--module-path", OUT.resolve("modules").toString(),
                "--add-launcher", "Signalbox demo=" + HERE.resolve("demo.properties"),
                "--add-launcher", "signalbox-cli=" + HERE.resolve("command.properties")));
        if (LINUX) {
            // What the graphics libraries have freed goes back to the system; other systems do that by themselves.
            command.addAll(List.of("--java-options", "-XX:TrimNativeHeapInterval=10000"));
        }
        run(OUT.resolve("image.log"), command);
    }

    /// Opens the window once, without a display, and keeps what the JVM learns about its classes: the installed one
    /// opens in half the time. Nothing of it is needed to run.
    private static void makeCache() throws Exception {
        say("making the start-up cache");
        Path image = image();
        Path app = image.resolve(WINDOWS ? "app" : MAC ? "Contents/app" : "lib/app");
        Path runtime = image.resolve(WINDOWS ? "runtime" : MAC ? "Contents/runtime/Contents/Home" : "lib/runtime");
        List<String> options = new ArrayList<>();
        List<String> classPath = new ArrayList<>();
        for (String line : Files.readAllLines(app.resolve("Signalbox.cfg"))) {
            String value = line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString());
            if (line.startsWith("app.classpath=")) {
                classPath.add(value);
            } else if (line.startsWith("java-options=") && !value.startsWith("-XX:AOTCache")) {
                options.add(value);
            }
        }
        Path cache = app.resolve("signalbox.aot");
        List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java" + EXE).toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(options);
        // No profiles of methods: with them the compiler is at its busiest while the window opens.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-cp", String.join(File.pathSeparator, classPath),
                "dev.signalbox.app.Main", "--exit-when-shown"));
        run(OUT.resolve("cache.log"), command);
        if (!Files.exists(cache)) {
            die("there is no start-up cache: see " + OUT.resolve("cache.log"));
        }
        if (MAC) {
            // What was added has broken the signature that jpackage gave the image, and a Mac opens nothing unsigned.
            run(OUT.resolve("sign.log"), List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()));
        }
    }

    private static void makeInstaller(String kind) throws Exception {
        say("making the ." + kind);
        List<String> command = jpackage(kind + ".args");
        command.addAll(List.of("--type", kind, "--app-image", image().toString(), "--license-file", ROOT.resolve("LICENSE").toString()));
        // A Mac tells a program of a file by an event that JavaFX does not pass on.
        if (!MAC) {
            command.addAll(List.of("--file-associations", association().toString()));
        }
        if (LINUX) {
            command.addAll(List.of("--resource-dir", resources().toString()));
        }
        run(OUT.resolve(kind + ".log"), command);
        Path made = Disk.only(OUT, name -> name.endsWith("." + kind));
        if (MAC) {
            Files.move(made, OUT.resolve("Signalbox-" + version() + ".dmg"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// What a package for Linux has of ours instead of jpackage's own, its picture of a coffee cup among it.
    private static Path resources() throws IOException {
        Path resources = OUT.resolve("resources");
        if (!Files.exists(resources)) {
            Disk.copyTree(HERE.resolve("linux"), resources);
            for (String launcher : List.of("Signalbox", "Signalbox demo", "signalbox-cli")) {
                Disk.copy(icon(), resources.resolve(launcher + ".png"));
            }
        }
        return resources;
    }

    /// As `sha256sum` writes and checks them.
    private static void writeChecksums() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (Path file : Disk.list(OUT, name -> name.matches(".*\\.(deb|rpm|msi|dmg)"))) {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            try (var in = new java.security.DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            String line = HexFormat.of().formatHex(digest.digest()) + "  " + file.getFileName() + "\n";
            Files.writeString(OUT.resolve(file.getFileName() + ".sha256"), line);
            lines.append(line);
        }
        Files.writeString(OUT.resolve("SHA256SUMS"), lines);
    }

    /// The jpackage command with the arguments of a file: one argument a line as jpackage reads them, comments ours.
    private static List<String> jpackage(String arguments) throws IOException {
        Path read = OUT.resolve(arguments);
        Files.write(read, Files.readAllLines(HERE.resolve(arguments)).stream().filter(line -> !line.startsWith("#")).toList());
        // A Mac knows no version before 1; the name of the file tells the true one.
        String version = MAC && version().startsWith("0.") ? "1" + version().substring(1) : version();
        return new ArrayList<>(List.of(JAVA_HOME.resolve("bin/jpackage" + EXE).toString(), "@" + read, "--app-version", version,
                "--icon", icon().toString(), "--dest", OUT.toString()));
    }

    private static Path icon() {
        return ROOT.resolve("icons").resolve(WINDOWS ? "icon.ico" : MAC ? "icon.icns" : "icon-512.png");
    }

    /// jpackage takes the icon of a kind of file from where it runs, so its path is written here.
    private static Path association() throws IOException {
        Path icon = WINDOWS ? icon() : ROOT.resolve("icons/icon-128.png");
        String text = Files.readString(HERE.resolve("incident.properties")) + "icon=" + icon.toString().replace('\\', '/') + "\n";
        return Files.writeString(OUT.resolve("incident.properties"), text);
    }

    private static Path image() {
        return OUT.resolve(MAC ? "Signalbox.app" : "Signalbox");
    }

    /// Of the parent pom: the first one in it. Packages know no snapshots.
    private static String version() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        return pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>")).replace("-SNAPSHOT", "");
    }

    /// What the sources are: a commit, with a plus where something was changed since; nothing outside of a checkout.
    private static String commit() {
        try {
            String commit = told("git", "rev-parse", "--short=12", "HEAD");
            return told("git", "status", "--porcelain").isEmpty() ? commit : commit + "+";
        } catch (IOException e) {
            return "";
        }
    }

    private static String told(String... command) throws IOException {
        Process process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        return process.onExit().join().exitValue() == 0 ? told : "";
    }

    private static void maven(String goal, String... arguments) throws Exception {
        String wrapper = ROOT.resolve(WINDOWS ? "mvnw.cmd" : "mvnw").toString();
        String installed = WINDOWS ? "mvn.cmd" : "mvn";
        List<String> command = new ArrayList<>(List.of(isOnPath(installed) ? installed : wrapper, "-q", "-B", "-ntp",
                "-Dstyle.color=never", "-DskipTests", "-Dspotless.check.skip", "-Dcheckstyle.skip", goal));
        command.addAll(Arrays.asList(arguments));
        run(OUT.resolve("maven.log"), command);
    }

    private static void run(Path log, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
        builder.environment().put("SIGNALBOX_HOME", OUT.resolve("home").toString());
        // The default compressor of a .deb takes minutes for a tenth of the size.
        builder.environment().put("DPKG_DEB_COMPRESSOR_TYPE", "zstd");
        int exit = builder.start().waitFor();
        if (exit != 0) {
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - 20), lines.size()).forEach(System.err::println);
            die(Path.of(command.getFirst()).getFileName() + " failed (" + exit + "): see " + log);
        }
    }

    private static boolean isOnPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static void say(String words) {
        System.err.println("installer: " + words);
    }

    private static void die(String words) {
        say(words);
        System.exit(1);
    }
}
