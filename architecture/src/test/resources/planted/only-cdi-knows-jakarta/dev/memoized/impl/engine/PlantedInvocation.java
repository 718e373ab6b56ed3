package dev.memoized.impl.engine;

class PlantedInvocation {
    Object proceed(jakarta.interceptor.InvocationContext call) {
        return call.proceed();
    }
}
