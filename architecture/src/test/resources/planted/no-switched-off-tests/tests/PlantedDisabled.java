package tests;

class PlantedDisabled {
    @org.junit.jupiter.api.Disabled
    void test() {}
}
