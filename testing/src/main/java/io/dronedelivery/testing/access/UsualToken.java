package io.dronedelivery.testing.access;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Gives a call by REST Assured the usual token, unless it has one. */
public final class UsualToken implements Filter {
    private static final String AUTHORIZATION = "Authorization";

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        if (!request.getHeaders().hasHeaderWithName(AUTHORIZATION)) {
            request.header(Tokens.bearer(Tokens.usual()));
        }
        return context.next(request, expected);
    }
}
