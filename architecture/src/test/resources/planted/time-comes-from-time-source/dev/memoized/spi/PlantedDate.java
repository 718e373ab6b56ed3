package dev.memoized.spi;

class PlantedDate {
    Object now = new java.util.Date();
}
