package dev.memoized.impl.plan;

import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.log.AdviceMessage;
import dev.memoized.impl.log.Log;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/** Tells the log of what is allowed, and probably a mistake. */
public final class Advice {
    private static final List<Class<?>> MOMENTS = List.of(
            Instant.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class, Date.class, Calendar.class);

    /** Of the whole life of a value: less is as good as nothing. */
    private static final int SHORTEST_STALE_PART = 20;

    private final PlanDraft draft;
    private final String place;
    private final Log log;

    private Advice(PlanDraft draft, Log log) {
        this.draft = draft;
        this.place = draft.declaration().place();
        this.log = log;
    }

    /**
     * Looks at a method without mistakes.
     *
     * @param atShared whether other processes see its entries
     */
    public static void tell(PlanDraft draft, boolean atShared, Log log) {
        Advice advice = new Advice(draft, log);
        advice.tellOfLimits(atShared);
        if (draft.backend().owner() == Owner.BACKEND && !draft.hasGenerator()) {
            advice.tellOfMoments();
        }
    }

    private void tellOfLimits(boolean atShared) {
        Limits limits = draft.limits();
        if (limits.refreshAfter() == 0) {
            log.warn(AdviceMessage.REFRESH_ALWAYS, place);
        }
        if (limits.expireAfter() == Limits.NEVER) {
            if (atShared) {
                log.warn(AdviceMessage.ENDLESS_AT_SHARED, place);
            }
        } else if (limits.refreshAfter() != Limits.NEVER && isHardlyStale(limits)) {
            Duration refreshAfter = Duration.ofNanos(limits.refreshAfter());
            log.warn(AdviceMessage.HARDLY_STALE, place, refreshAfter, Duration.ofNanos(limits.expireAfter()));
        }
    }

    private static boolean isHardlyStale(Limits limits) {
        return limits.expireAfter() - limits.refreshAfter() < limits.expireAfter() / SHORTEST_STALE_PART;
    }

    private void tellOfMoments() {
        Parameter[] parameters = draft.declaration().method().getParameters();
        for (int position : draft.keyPositions()) {
            Parameter parameter = parameters[position];
            if (MOMENTS.stream().anyMatch(moment -> moment.isAssignableFrom(parameter.getType()))) {
                String type = parameter.getType().getSimpleName();
                log.warn(AdviceMessage.MOMENT_IN_KEY, place, parameter.getName(), type);
            }
        }
    }
}
