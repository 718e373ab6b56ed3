package tests;

class InnocentAssumption {
    void test() {
        if (!"all".equals(System.getProperty("memoized.require"))) {
            org.junit.jupiter.api.Assumptions.assumeTrue(false, "no tool");
        }
    }
}
