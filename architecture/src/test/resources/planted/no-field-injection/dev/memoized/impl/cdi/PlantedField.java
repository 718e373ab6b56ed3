package dev.memoized.impl.cdi;

class PlantedField {
    @jakarta.inject.Inject
    Object engine;
}
