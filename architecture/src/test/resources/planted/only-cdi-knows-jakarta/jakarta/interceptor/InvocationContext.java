package jakarta.interceptor;

public interface InvocationContext {
    Object proceed();
}
