package dev.memoized.impl.proof;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.Expression;
import dev.memoized.impl.plan.Declaration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a {@link NaiveMemoizing} finds wrong with the limits of one declaration. */
final class NaiveDeployment {
    private static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

    private final List<String> refusals = new ArrayList<>();
    private final Defect defect;
    private final Declaration declaration;

    NaiveDeployment(Defect defect, Declaration declaration) {
        this.defect = defect;
        this.declaration = declaration;
    }

    List<String> refusals() {
        Memoized memoized = declaration.memoized();
        Class<?> type = declaration.method().getReturnType();
        refuse((type == void.class || type == Void.class) && defect != Defect.VOID_TAKEN, "");
        Duration expireAfter = read("expireAfter", memoized.expireAfter(), Duration.ofMinutes(5));
        Duration refreshAfter = read("refreshAfter", memoized.refreshAfter(), null);
        Duration waitAtMost = read("waitAtMost", memoized.waitAtMost(), null);
        refuseZero("expireAfter", expireAfter);
        refuseZero("waitAtMost", waitAtMost);
        refuse(Duration.ZERO.equals(refreshAfter) && defect == Defect.EDGE_REFUSED, "refreshAfter");
        boolean contradict =
                refreshAfter != null && (refreshAfter == NEVER || refreshAfter.compareTo(expireAfter) >= 0);
        refuse(contradict && defect != Defect.CONTRADICTION_TAKEN, "refreshAfter");
        boolean waits = memoized.whenCold() == WhenCold.WAIT || defect == Defect.UNUSED_MEMBER_TAKEN;
        refuse(!memoized.waitAtMost().isEmpty() && !waits, "waitAtMost");
        boolean renews = !memoized.refreshAfter().isEmpty() || defect == Defect.UNUSED_MEMBER_TAKEN;
        refuse(memoized.refresh() == Refresh.CALLER && !renews, "refresh");
        return refusals;
    }

    private Duration read(String member, String text, Duration otherwise) {
        String resolved = Expression.resolve(text, Limited.SETTINGS::get);
        if (text.isEmpty()) {
            return otherwise;
        }
        boolean mayBeEndless = !member.equals("waitAtMost");
        if (mayBeEndless && resolved != null && resolved.trim().equals("forever")) {
            return NEVER;
        }
        Duration read = resolved == null ? null : DurationText.read(resolved).orElse(null);
        refuse(read == null && defect != Defect.UNREADABLE_IS_DEFAULT, member);
        return read == null && member.equals("expireAfter") ? NEVER : read == null ? otherwise : read;
    }

    private void refuseZero(String member, Duration duration) {
        refuse(Duration.ZERO.equals(duration) && defect != Defect.ZERO_TAKEN, member);
    }

    private void refuse(boolean isWrong, String member) {
        String place = declaration.place() + (member.isEmpty() ? "" : ", " + member);
        if (isWrong) {
            refusals.add(
                    (defect == Defect.PLACE_UNTOLD ? declaration.beanClass().getName() : place) + ": wrong");
        }
    }
}
