import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The third-party notices of everything that is shipped: a list for reading, and the texts it names.
///
/// Fails for a jar whose licence nobody knows, or of whose licence there is no text.
class Notices {
    /// Which of our copies of the usual licences is meant. A jar's own text goes before, and the first that fits counts:
    /// of several licences to choose from, the one that asks for least.
    private static final Map<Pattern, String> USUAL = usual();

    private static final Pattern TEXT = Pattern.compile(
            "(?i)(META-INF/)?([^/]+/){0,3}[^/]*(licen[cs]e|notice|copying|copyright)[^/]*(?<!\\.(class|java|js|xml|svg|properties))");

    private final Path root;
    private final List<Library> known;
    private final Map<String, String> texts = new LinkedHashMap<>();

    Notices(Path root, Path libraries) throws IOException {
        this.root = root;
        this.known = Files.readAllLines(libraries).stream()
                .filter(line -> line.contains("\t")).map(Library::of).toList();
    }

    private record Library(String id, String group, String name, String licences, String address) {
        static Library of(String line) {
            String[] fields = line.split("\t", -1);
            return new Library(fields[0], fields[1], fields[2], fields[3], fields[4].strip());
        }

        boolean isIn(String jar) {
            return jar.equals(id + ".jar") || jar.startsWith(id + "-");
        }
    }

    /// @param places with the jars, at any depth
    /// @param folder gets `THIRD-PARTY.txt` and `texts`
    void write(List<Path> places, Path folder) throws IOException {
        Path textFolder = Files.createDirectories(folder.resolve("texts"));
        Map<String, Path> jars = new TreeMap<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .forEach(jar -> jars.putIfAbsent(jar.getFileName().toString(), jar));
            }
        }
        StringBuilder list = new StringBuilder(Files.readString(root.resolve("installer/licences/ABOUT.txt")));
        list.append("\n\nLibraries\n=========\n");
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            if (jar.getKey().startsWith("signalbox-")) {
                continue;
            }
            Optional<Library> library = known.stream().filter(it -> it.isIn(jar.getKey()))
                    .max((one, other) -> Integer.compare(one.id().length(), other.id().length()));
            TreeSet<String> named = new TreeSet<>();
            if (library.isPresent()) {
                named.addAll(textsOf(jar.getValue(), library.get(), textFolder));
            }
            if (library.isEmpty() || named.isEmpty()) {
                without.add(jar.getKey() + library.map(it -> " (" + it.licences() + ")").orElse(""));
            } else {
                list.append("\n").append(jar.getKey()).append("\n  ").append(library.get().name())
                        .append(", ").append(library.get().address())
                        .append("\n  Licence: ").append(library.get().licences())
                        .append("\n  Texts: ").append(String.join(", ", named)).append("\n");
            }
        }
        if (!without.isEmpty()) {
            throw new IOException("No licence, or no text of it, is known of: " + without);
        }
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), list);
        Files.copy(root.resolve("LICENSE"), folder.resolve("LICENSE.txt"));
    }

    /// The texts the jar brings along, and where none of them is a licence, our copy of the licence.
    private TreeSet<String> textsOf(Path jar, Library library, Path folder) throws IOException {
        TreeSet<String> named = new TreeSet<>();
        boolean told = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                if (TEXT.matcher(entry.getName()).matches()) {
                    String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    named.add(keep(text, library.id() + "-" + file.replaceFirst("(?i)\\.(txt|md)$", "") + ".txt", folder));
                    told |= !file.toLowerCase(java.util.Locale.ROOT).contains("notice");
                }
            }
        }
        for (Map.Entry<Pattern, String> usual : USUAL.entrySet()) {
            if (!told && usual.getKey().matcher(library.licences()).find()) {
                Path source = usual.getValue().equals("Apache-2.0") ? root.resolve("LICENSE")
                        : root.resolve("installer/licences").resolve(usual.getValue() + ".txt");
                named.add(keep(Files.readString(source), usual.getValue() + ".txt", folder));
                told = true;
            }
        }
        return told ? named : new TreeSet<>();
    }

    /// The same text is kept once.
    private String keep(String text, String name, Path folder) throws IOException {
        String same = text.replaceAll("\\s+", " ").strip();
        String kept = texts.get(same);
        if (kept == null) {
            kept = name;
            texts.put(same, name);
            Files.writeString(folder.resolve(name), text);
        }
        return kept;
    }

    private static Map<Pattern, String> usual() {
        Map<Pattern, String> usual = new LinkedHashMap<>();
        usual.put(Pattern.compile("(?i)apache.*version 1\\.1"), "Apache-1.1");
        usual.put(Pattern.compile("(?i)apache|\\bAL 2\\.0"), "Apache-2.0");
        usual.put(Pattern.compile("(?i)\\bMIT\\b"), "MIT");
        usual.put(Pattern.compile("0BSD"), "0BSD");
        usual.put(Pattern.compile("(?i)BSD.?2|2-clause"), "BSD-2-Clause");
        usual.put(Pattern.compile("(?i)BSD|Go License"), "BSD-3-Clause");
        usual.put(Pattern.compile("MPL 2\\.0"), "MPL-2.0");
        usual.put(Pattern.compile("(?i)LGPL|Lesser"), "LGPL-2.1");
        usual.put(Pattern.compile("GPLv2\\+CE"), "GPL-2.0-with-classpath-exception");
        return usual;
    }
}
