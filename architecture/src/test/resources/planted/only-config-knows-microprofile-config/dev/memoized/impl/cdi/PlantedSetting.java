package dev.memoized.impl.cdi;

class PlantedSetting {
    org.eclipse.microprofile.config.Config config;
}
