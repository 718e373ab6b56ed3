package dev.memoized.impl.cdi;

class PlantedRead implements java.io.Serializable {
    private void readObject(java.io.ObjectInputStream in) {}
}
