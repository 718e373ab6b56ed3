package dev.memoized.it.application.ee;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What an EJB denies is forbidden. */
@Provider
public class AccessMapper implements ExceptionMapper<EJBAccessException> {
    @Override
    public Response toResponse(EJBAccessException denied) {
        return Response.status(Status.FORBIDDEN).build();
    }
}
