package tests;

class InnocentTest {
    @org.junit.jupiter.api.Test
    void disabled() {}
}
