package dev.memoized.it.application;

import jakarta.enterprise.context.RequestScoped;

/** Who calls, as the request says it. */
@RequestScoped
public class Visitor {
    private String name = "nobody";

    /** Nobody in a request that no caller has made. */
    public String name() {
        return name;
    }

    void name(String newName) {
        name = newName;
    }
}
