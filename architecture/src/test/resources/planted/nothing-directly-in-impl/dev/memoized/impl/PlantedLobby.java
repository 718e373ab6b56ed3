package dev.memoized.impl;

class PlantedLobby {}
