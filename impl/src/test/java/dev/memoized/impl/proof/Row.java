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
    C15("A memoized method calls itself with other arguments: the map it computes under refuses or hangs."),
    C16("A computation asks for its own key and waits for itself."),
    C17("Computations on several threads wait for each other in a circle."),
    C19("A computation throws and its flight stays: who calls next waits for ever."),
    C20("A thousand callers wait for a computation that fails, and each of them tries again."),
    C21("A computation never ends, and nobody who waits for it does."),
    C22("The wait is over for many callers at once, and all of them compute."),
    C23("A caller is interrupted while it waits: its flag is lost, or it computes."),
    C24("The thread that computes is interrupted, and the others are told so or wait for ever."),
    C25("A caller cancels or completes the stage that it was given, and with it everybody's."),
    C26("A method returns null instead of a stage, or a stage that brings null or fails later."),
    C27("A stage is stored in a store of bytes as the object that it is: it fails, or poisons the entry."),
    C28("A task of the pool waits for what is queued behind it."),
    C29("The executor has one thread, or none of its own."),
    C31("A computation ends with an error, not with an exception, and its flight stays."),
    C32("The executor is full: the renewal is lost for ever, or tried again at each call."),
    C33("The origin fails during a renewal: the failure is remembered, or the origin is called again at each call."),
    C34("The origin is down for longer than its values may live, and they are served on."),
    C35("A renewal takes longer than its value is fresh, and is thrown away each time."),
    C36("Values that were computed together end together, and the origin is asked for all of them at once."),
    C37("Something is kept for each key that was ever renewed."),
    C38("The time of day jumps: all values are gone, or none of them ever."),
    C39("Limits of nothing, of a nanosecond or of centuries, and a clock below zero or about to overflow."),
    C41("Limits that contradict each other, are zero or cannot be read are taken for something."),
    C44("Arguments that differ make one key."),
    C45("Two methods with the same arguments serve each other's values."),
    C47("An argument without equality never hits, or hits by chance."),
    C48("An argument is changed after the key was made of it."),
    C49("A caller changes what it was given, and everybody sees it."),
    C50("Null, an empty Optional or zero is taken for nothing, and computed again."),
    C51("What a result depends on is not in its key: one tenant's value reaches another."),
    C52("Callers whose tenant is not known share an entry."),
    C54("A renewal sees a request that has ended, or somebody else's."),
    C57("Whoever can write to the store has a class of his choice made by deserialization."),
    C58("A name in the data chooses the class that JSON is read into."),
    C59(
            "Bytes that are garbage, cut, huge, of another key, type or release fail the call, fill the memory or are served.");

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
