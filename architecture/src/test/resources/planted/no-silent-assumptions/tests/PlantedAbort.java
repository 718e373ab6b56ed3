package tests;

class PlantedAbort {
    void test() {
        throw new org.opentest4j.TestAbortedException("no tool");
    }
}
