package dev.signalbox.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/// What the toolkit draws with. Where Linux has no graphics card the toolkit finds that out by itself, but only after it
/// has loaded tens of megabytes of what draws as if there were one; it keeps them, and does not use them.
final class Drawing {
    private static final String ORDER = "prism.order";

    private Drawing() {}

    /// To be called before the toolkit starts. What the operator has chosen stays.
    static void choose() {
        choose(System.getProperties(), Path.of("/dev"));
    }

    /// @param devices the folder in which a system shows its devices
    static void choose(Properties system, Path devices) {
        boolean linux =
                system.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && !system.containsKey(ORDER) && !hasCard(devices)) {
            system.setProperty(ORDER, "sw");
        }
    }

    /// By any driver: those of the kernel, of NVIDIA, of Windows around it, of boards that bring their own.
    private static boolean hasCard(Path devices) {
        return Stream.of("dri", "nvidiactl", "dxg", "mali0", "kgsl-3d0", "fb0")
                .anyMatch(name -> Files.exists(devices.resolve(name)));
    }
}
