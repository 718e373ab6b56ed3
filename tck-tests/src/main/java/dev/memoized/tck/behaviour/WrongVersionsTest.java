package dev.memoized.tck.behaviour;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Version sources that cannot be had, and shared names that mean two things, fail the deployment. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongVersionsTest {
    private Refused declared = Refused.nothing();
    private Refused wired = Refused.nothing();

    @BeforeAll
    void deploy() {
        declared = Refused.deploying(
                WrongVersions.SharedNameOtherSource.class, WrongVersions.SharedNameSilentGenerator.class);
        wired = Refused.deploying(
                WrongVersions.AbstractSource.class,
                WrongVersions.InterfaceSource.class,
                WrongVersions.SourceWithoutConstructor.class);
    }

    @Test
    void abstract_version_source_is_refused() {
        wired.assertTold(WrongVersions.AbstractSource.class, "MEMO0204", "titles", "versionedBy", "Unmade");
    }

    @Test
    void version_source_that_is_an_interface_is_refused() {
        wired.assertTold(WrongVersions.InterfaceSource.class, "MEMO0204", "titles", "versionedBy", "VersionSource");
    }

    @Test
    void version_source_that_cannot_be_made_is_refused() {
        wired.assertTold(
                WrongVersions.SourceWithoutConstructor.class,
                "MEMO0204",
                "titles",
                "versionedBy",
                "Needy",
                "Make it a bean, or give it a public constructor without parameters.");
    }

    @Test
    void common_name_with_another_version_source_is_refused() {
        declared.assertTold(WrongVersions.SharedNameOtherSource.class, "MEMO0122", "shared.source", "versionedBy");
    }

    @Test
    void common_name_of_a_generator_that_does_not_declare_fields_is_refused() {
        declared.assertTold(WrongVersions.SharedNameSilentGenerator.class, "MEMO0122", "shared.fields", "result type");
    }
}
