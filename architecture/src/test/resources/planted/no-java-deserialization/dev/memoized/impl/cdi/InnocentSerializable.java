package dev.memoized.impl.cdi;

class InnocentSerializable implements java.io.Serializable {}
