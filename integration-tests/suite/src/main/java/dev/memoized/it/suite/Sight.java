package dev.memoized.it.suite;

/** What computations of the application see, each of them of a key of its own. */
final class Sight {
    private final Client alice;

    /** Of what is computed for a reader with a session. */
    Sight(Client client) {
        this.alice = client.as(Setup.READER).with("Visitor", Setup.READER);
    }

    /** What the first computation of a key saw, which is made in its caller. */
    Reply ofTheCaller(String key) {
        return alice.get("guarded/sights/" + key);
    }

    /** What a renewal saw. */
    Reply ofARenewal(String key) {
        String first = ofTheCaller(key).get("computation");
        return alice.getUntil(
                "guarded/sights/" + key, reply -> !reply.get("computation").equals(first));
    }
}
