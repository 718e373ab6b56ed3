package dev.memoized.impl.cdi;

import dev.memoized.RequestLocale;
import dev.memoized.impl.config.Expression;
import dev.memoized.impl.config.Nearest;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of methods that are computed behind the start, as settings say them. */
final class WarmUpNames {
    static final String SETTING = "memoized.warm-up";

    private static final Pattern COMMA = Pattern.compile(",");
    private static final String PLACE = "configuration";

    private WarmUpNames() {}

    /** None when nothing is set. */
    static List<String> of(Settings settings) {
        String text = settings.find(SETTING);
        if (text == null) {
            return List.of();
        }
        String resolved = Objects.requireNonNullElse(Expression.resolve(text, settings), text);
        return COMMA.splitAsStream(resolved)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Adds a problem for each that cannot be computed by its name alone. */
    static void check(Settings settings, List<PlanDraft> drafts, Problems problems) {
        for (String name : of(settings)) {
            List<PlanDraft> meant =
                    drafts.stream().filter(draft -> draft.name().equals(name)).toList();
            if (meant.isEmpty()) {
                TreeSet<String> names = new TreeSet<>();
                drafts.forEach(draft -> names.add(draft.name()));
                String nearest = Nearest.to(name, names).orElse("none");
                problems.add(PLACE, WiringMessage.WARM_UP_UNKNOWN, name, SETTING, nearest);
            } else {
                check(name, meant, problems);
            }
        }
    }

    /** Methods that share a name share all of this but their parameters. */
    private static void check(String name, List<PlanDraft> meant, Problems problems) {
        PlanDraft draft = meant.get(0);
        if (meant.stream().noneMatch(WarmUpNames::hasNoParameters)) {
            problems.add(PLACE, WiringMessage.WARM_UP_ARGUMENTS, name, SETTING);
        }
        Owner owner = draft.backend().owner();
        if (owner != Owner.BACKEND) {
            problems.add(PLACE, WiringMessage.WARM_UP_OWNED, name, SETTING, owner.backend());
        }
        Arrays.stream(draft.declaration().memoized().varyBy())
                .filter(value -> value != RequestLocale.class)
                .forEach(value ->
                        problems.add(PLACE, WiringMessage.WARM_UP_CONTEXT, name, SETTING, value.getSimpleName()));
    }

    private static boolean hasNoParameters(PlanDraft draft) {
        return draft.declaration().method().getParameterCount() == 0;
    }
}
