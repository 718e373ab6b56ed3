package dev.memoized.tck;

class InnocentBean {
    @jakarta.inject.Inject
    Object engine;
}
