package dev.memoized.impl.engine;

class PlantedFactory {
    java.util.concurrent.ThreadFactory factory = Thread::new;
}
