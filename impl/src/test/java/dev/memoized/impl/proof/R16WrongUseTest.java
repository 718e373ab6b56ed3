package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.CONTRADICTION_TAKEN;
import static dev.memoized.impl.proof.Defect.PLACE_UNTOLD;
import static dev.memoized.impl.proof.Defect.UNREADABLE_IS_DEFAULT;
import static dev.memoized.impl.proof.Defect.UNUSED_MEMBER_TAKEN;
import static dev.memoized.impl.proof.Defect.VOID_TAKEN;
import static dev.memoized.impl.proof.Defect.ZERO_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import java.util.List;
import java.util.stream.Stream;

@Rule(
        number = "R16",
        says =
                "Limits that cannot be meant, and methods that return nothing, are refused at deployment, each once, with"
                        + " class, method and member.")
class R16WrongUseTest extends RuleChecks {
    /** What their expressions look up. */
    private static final List<String> EXPRESSIONS = List.of("${rows.none}", "${rows.soon}", "${rows.none:soon}");

    private static final List<String> UNREADABLE = List.of(
            "soon",
            " ",
            "90",
            "-1s",
            "+1s",
            "1.5s",
            "1,5s",
            "1S",
            "1x",
            "1s1",
            "s",
            "1h 30m",
            "1 hour",
            "PT",
            "PT-1S",
            "P1Y",
            "P1M",
            "Forever",
            "never",
            "${}",
            "106752d",
            "999999999999999999h",
            "1234567890123456789s",
            "PT9999999999999H");

    private static void assertRefused(Memoizing memoizing, String member, Stream<Limited> wrong) {
        wrong.forEach(limited -> assertThat(memoizing.refusals(limited.declaration()))
                .as(limited.toString())
                .singleElement()
                .asString()
                .contains(Limited.Bean.class.getName() + "#method(String), " + member + ": "));
    }

    @Kills({CONTRADICTION_TAKEN, PLACE_UNTOLD})
    void C41_refreshAfterIsNotBelowExpireAfter_isRefused(Memoizing memoizing) {
        Limited standard = Limited.STANDARD;
        assertRefused(
                memoizing,
                "refreshAfter",
                Stream.of(
                        standard.refreshAfter("1m").expireAfter("1m"),
                        standard.refreshAfter("60s").expireAfter("PT1M"),
                        standard.refreshAfter("61s").expireAfter("1m"),
                        standard.refreshAfter("1ns").expireAfter("1ns"),
                        standard.refreshAfter("5m"),
                        standard.refreshAfter("1d"),
                        standard.refreshAfter("${rows.hour}").expireAfter("1h"),
                        standard.refreshAfter("1h").expireAfter("${rows.hour}"),
                        standard.refreshAfter("${rows.none:2h}").expireAfter("${rows.hour}"),
                        standard.refreshAfter("106751d").expireAfter("106751d"),
                        standard.refreshAfter("forever"),
                        standard.refreshAfter("forever").expireAfter("forever"),
                        standard.refreshAfter("${rows.none:forever}").expireAfter("1h")));
    }

    @Kills({ZERO_TAKEN, PLACE_UNTOLD})
    void C41_nothingToLiveOrToWait_isRefused(Memoizing memoizing) {
        List<String> zeros = List.of("0s", "0ns", "PT0S", "0d0h", "${rows.zero}");
        assertRefused(memoizing, "expireAfter", zeros.stream().map(Limited.STANDARD::expireAfter));
        assertRefused(memoizing, "waitAtMost", zeros.stream().map(Limited.STANDARD::waitAtMost));
    }

    @Kills({UNREADABLE_IS_DEFAULT, PLACE_UNTOLD})
    void C41_durationIsUnreadable_isRefused(Memoizing memoizing) {
        List<String> texts =
                Stream.concat(UNREADABLE.stream(), EXPRESSIONS.stream()).toList();
        assertRefused(memoizing, "expireAfter", texts.stream().map(Limited.STANDARD::expireAfter));
        assertRefused(memoizing, "refreshAfter", texts.stream().map(Limited.STANDARD::refreshAfter));
        assertRefused(memoizing, "waitAtMost", texts.stream().map(Limited.STANDARD::waitAtMost));
        assertRefused(memoizing, "waitAtMost", Stream.of(Limited.STANDARD.waitAtMost("forever")));
    }

    @Kills({UNUSED_MEMBER_TAKEN, PLACE_UNTOLD})
    void C41_memberHasNoEffect_isRefused(Memoizing memoizing) {
        Limited waiting = Limited.STANDARD.waitAtMost("5s");
        assertRefused(
                memoizing,
                "waitAtMost",
                Stream.of(waiting.whenCold(WhenCold.FAIL), waiting.whenCold(WhenCold.COMPUTE)));
        assertRefused(memoizing, "refresh", Stream.of(Limited.STANDARD.refresh(Refresh.CALLER)));
    }

    @Kills(PLACE_UNTOLD)
    void C41_severalLimitsAreWrong_eachIsTold(Memoizing memoizing) {
        Limited wrong = Limited.STANDARD.refreshAfter("soon").expireAfter("0s").waitAtMost("-1s");
        assertThat(memoizing.refusals(wrong.declaration()))
                .hasSize(3)
                .anyMatch(text -> text.contains("#method(String), refreshAfter: "))
                .anyMatch(text -> text.contains("#method(String), expireAfter: "))
                .anyMatch(text -> text.contains("#method(String), waitAtMost: "));
    }

    @Kills(Defect.EDGE_REFUSED)
    void C41_limitsAreSoundAtTheirEdges_areTaken(Memoizing memoizing) {
        Limited standard = Limited.STANDARD;
        Stream.of(
                        standard,
                        standard.refreshAfter("0s"),
                        standard.refreshAfter("0s").expireAfter("1ns").waitAtMost("1ns"),
                        standard.refreshAfter("4m59s"),
                        standard.refreshAfter("106751d").expireAfter("forever"),
                        standard.refreshAfter(" 1h30m ").expireAfter("${rows.none:2h}"),
                        standard.refreshAfter("10s").refresh(Refresh.CALLER),
                        standard.whenCold(WhenCold.FAIL))
                .forEach(limited -> assertThat(memoizing.refusals(limited.declaration()))
                        .as(limited.toString())
                        .isEmpty());
    }

    @Kills({VOID_TAKEN, PLACE_UNTOLD})
    void C50_methodReturnsNothing_isRefused(Memoizing memoizing) {
        for (String method : List.of("nothing", "nothingToo")) {
            assertThat(memoizing.refusals(Limited.STANDARD.on(method).declaration()))
                    .singleElement()
                    .asString()
                    .contains(Limited.Bean.class.getName() + "#" + method + "(String): ");
        }
    }
}
