package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomsTest {
    private static final Code HOUSE = new Code(House.classes(), House.sources(House.MAIN));

    static List<Rule> rules() {
        return RoomRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleOfRooms_isKept(Rule rule) {
        assertThat(Exemptions.remaining(rule, HOUSE)).isEmpty();
    }

    @Test
    void everyPublishedModule_isImported() {
        assertThat(HOUSE.classes())
                .extracting(JavaClass::getName)
                .contains(
                        "dev.memoized.Memoized",
                        "dev.memoized.spi.Store",
                        "dev.memoized.impl.cdi.MemoizedInterceptor",
                        "dev.memoized.impl.engine.Engine",
                        "dev.memoized.impl.local.LocalStore",
                        "dev.memoized.impl.log.Message",
                        "dev.memoized.testing.ManualClock",
                        "dev.memoized.tck.TestContainer");
        assertThat(imported(Classes.in("dev.memoized"))).isGreaterThan(20);
        assertThat(imported(Classes.in("dev.memoized.spi"))).isGreaterThan(15);
        assertThat(imported(Classes.in("dev.memoized.impl.."))).isGreaterThan(100);
        assertThat(imported(Classes.in("dev.memoized.testing.."))).isGreaterThan(5);
        assertThat(imported(Classes.in("dev.memoized.tck.."))).isGreaterThan(50);
    }

    @Test
    void everyRoom_hasClasses_andThereAreNoOthers() {
        Set<String> rooms = HOUSE.classes().stream()
                .map(Rooms::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());

        assertThat(rooms).isEqualTo(Rooms.MAY_SEE.keySet());
    }

    @Test
    void everyImportedClass_hasItsSource() {
        Set<String> sources = HOUSE.sources().stream().map(Source::name).collect(Collectors.toSet());

        assertThat(HOUSE.classes())
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .allMatch(type -> sources.contains(Classes.topLevel(type).getName()));
    }

    private static long imported(Predicate<JavaClass> which) {
        return HOUSE.classes().stream().filter(which).count();
    }
}
