package dev.memoized.impl.proof;

/** What is known to go wrong elsewhere; a check whose name begins with a row's, as {@code C04_}, shows that it does not here. */
enum Row {
    C01("A key is invalidated while its value is computed, and what was read before is remembered after."),
    C02("The same behind the callers: a renewal brings back what was invalidated while it ran."),
    C03("All is invalidated during a computation, and nobody has told its key."),
    C04("A value set by hand is overwritten by a computation that began before it."),
    C05("Whoever calls after an invalidation is given what was being computed before it."),
    C06("The time a computation takes makes its value look that much younger."),
    C07("The data changes during a computation: the old value bears the new version and is served as current."),
    C44("Arguments that differ make one key."),
    C45("Two methods with the same arguments serve each other's values."),
    C47("An argument without equality never hits, or hits by chance."),
    C48("An argument is changed after the key was made of it."),
    C49("A caller changes what it was given, and everybody sees it."),
    C51("What a result depends on is not in its key: one tenant's value reaches another."),
    C52("Callers whose tenant is not known share an entry."),
    C54("A renewal sees a request that has ended, or somebody else's.");

    private final String sentence;

    Row(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** As the catalogue writes it. */
    String number() {
        return "C-" + name().substring(1);
    }

    /** Whether the check bears its name. */
    boolean isShownBy(Check check) {
        return check.method().getName().startsWith(name() + "_");
    }
}
