package dev.memoized.impl.cdi.reach;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a build leaves to the start to decide, as the texts that a build can leave. */
public final class HandedOver {
    private static final int TEXTS = 5;

    private final List<String> texts = new ArrayList<>();

    /** What {@link #texts} said. */
    public static HandedOver read(String... texts) {
        HandedOver read = new HandedOver();
        read.texts.addAll(List.of(texts));
        return read;
    }

    /** One more. */
    public void add(Declaration declaration, Exposure exposure) {
        texts.addAll(List.of(
                id(declaration),
                exposure.member(),
                exposure.message().name(),
                exposure.type().getName(),
                exposure.shown()));
    }

    /** All that was added. */
    public String[] texts() {
        return texts.toArray(String[]::new);
    }

    /** What was added for a method. */
    public List<Exposure> of(Declaration declaration) {
        String id = id(declaration);
        List<Exposure> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += TEXTS) {
            if (texts.get(i).equals(id)) {
                exposure(texts.subList(i, i + TEXTS)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Exposure> exposure(List<String> texts) {
        WiringMessage message = WiringMessage.valueOf(texts.get(2));
        return DeployedClasses.load(texts.get(3)).map(type -> new Exposure(texts.get(1), message, type, texts.get(4)));
    }

    private static String id(Declaration declaration) {
        return declaration.beanClass().getName() + " " + declaration.method();
    }
}
