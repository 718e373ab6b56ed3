package dev.memoized.impl.key;

@jakarta.interceptor.Interceptor
class PlantedMark {}
