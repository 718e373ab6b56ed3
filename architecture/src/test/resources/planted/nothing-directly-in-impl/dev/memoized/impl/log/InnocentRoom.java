package dev.memoized.impl.log;

class InnocentRoom {}
