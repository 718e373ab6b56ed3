package dev.memoized.impl.plan;

class PlantedNaming {
    Object find() throws javax.naming.NamingException {
        return javax.naming.InitialContext.doLookup("java:comp/X");
    }
}
