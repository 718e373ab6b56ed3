package dev.memoized.impl.cdi;

class InnocentConstructor {
    @jakarta.inject.Inject
    InnocentConstructor() {}
}
