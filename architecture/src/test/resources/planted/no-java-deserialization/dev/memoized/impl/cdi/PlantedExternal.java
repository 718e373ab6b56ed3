package dev.memoized.impl.cdi;

public class PlantedExternal implements java.io.Externalizable {
    public void writeExternal(java.io.ObjectOutput out) {}

    public void readExternal(java.io.ObjectInput in) {}
}
