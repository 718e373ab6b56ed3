package shop;

/** Does not sleep. */
class InnocentComment {}
