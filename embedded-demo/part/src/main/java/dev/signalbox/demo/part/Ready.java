package dev.signalbox.demo.part;

/// The word with which a process of the demo tells its supervisor that it can be used.
public final class Ready {
    /// A line of its own on standard output.
    public static final String WORD = "SIGNALBOX-PART-READY";

    private Ready() {}

    /// Says it. To be called once, when a client would succeed.
    public static void announce() {
        System.out.println(WORD);
        System.out.flush();
    }
}
