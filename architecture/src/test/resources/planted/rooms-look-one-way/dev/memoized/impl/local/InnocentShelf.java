package dev.memoized.impl.local;

public class InnocentShelf {}
