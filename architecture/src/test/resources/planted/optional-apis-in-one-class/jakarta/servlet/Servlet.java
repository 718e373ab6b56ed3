package jakarta.servlet;

public interface Servlet {}
