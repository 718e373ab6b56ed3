package dev.memoized.impl.cdi;

class InnocentOnly {
    jakarta.servlet.Servlet servlet;

    static class Inside {
        jakarta.servlet.Servlet servlet;
    }
}
