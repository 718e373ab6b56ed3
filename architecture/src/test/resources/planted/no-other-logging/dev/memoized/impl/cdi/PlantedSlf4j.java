package dev.memoized.impl.cdi;

class PlantedSlf4j {
    Object logger = org.slf4j.LoggerFactory.getLogger("log");
}
