package dev.memoized.impl.memoizer;

import dev.memoized.WrongUseException;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.engine.Values;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.CacheBackend;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** Makes methods of functions and objects callable. Thread-safe. */
final class Workshop {
    private final Memoization memoization;
    private final CacheBackend backend;
    private final Settings settings;

    Workshop(Memoization memoization, CacheBackend backend, Settings settings) {
        this.memoization = memoization;
        this.backend = backend;
        this.settings = settings;
    }

    /**
     * A door to one of them.
     *
     * @param tenure after which it leads to the original only
     * @throws WrongUseException when what is wanted makes no sense
     */
    ProgramDoor open(Wanted wanted, Tenure tenure) {
        TermsReader terms = new TermsReader(wanted.terms());
        Declaration declaration = new Declaration(
                wanted.type(),
                wanted.method(),
                terms.annotation(wanted.name()),
                Declaration.Origin.MEMOIZER,
                List.of(),
                Map.of());
        Problems problems = new Problems();
        PlanDraft draft = PlanDraft.read(declaration, terms.behind(settings, wanted.name()), problems);
        refuse(problems);
        MethodPlan plan = MethodPlan.complete(draft, terms.instances(tenure));
        Type type = terms.typeOr(plan.valueType());
        return new ProgramDoor(memoization, opened(plan, new Values(type, false)), wanted.body(), tenure);
    }

    private MemoizedMethod opened(MethodPlan plan, Values values) {
        try {
            return memoization.open(plan, backend, values);
        } catch (IllegalArgumentException refused) {
            throw new WrongUseException(String.valueOf(refused.getMessage()));
        }
    }

    static void refuse(Problems problems) {
        problems.joined().ifPresent(text -> {
            throw new WrongUseException(text);
        });
    }
}
