package tests;

import static org.junit.jupiter.api.Assumptions.assumingThat;

class PlantedStatic {
    void test() {
        assumingThat(false, () -> {});
    }
}
