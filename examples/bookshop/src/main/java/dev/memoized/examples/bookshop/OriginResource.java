package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;

/** Makes the database ill, and well again. */
@ApplicationScoped
@Path("/api/origin")
public class OriginResource {

    @Inject
    Origin origin;

    @Inject
    Board board;

    @POST
    public void become(@QueryParam("state") @DefaultValue("") String state) throws SQLException {
        origin.become(Origin.State.of(state)
                .orElseThrow(() -> Parameters.badRequest("state must be works, fails or hangs.")));
        board.tell();
    }
}
