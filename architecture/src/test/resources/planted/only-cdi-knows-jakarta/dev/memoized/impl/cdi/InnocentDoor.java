package dev.memoized.impl.cdi;

class InnocentDoor {
    jakarta.interceptor.InvocationContext call;
}
