package tests;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class PlantedProperty {
    @EnabledIfSystemProperty(named = "slow", matches = "true")
    void test() {}
}
