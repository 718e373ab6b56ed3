package jakarta.interceptor;

public @interface Interceptor {}
