package io.dronedelivery.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import io.dronedelivery.chassis.failure.Problems;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON bodies of requests, more strictly than the messages and answers of our own services are read. What must be
 * there is. No field comes twice, nothing follows behind the body, and every text and time can be stored.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@ConstrainedTo(RuntimeType.SERVER)
class JsonBodies implements ServerMessageBodyReader<Object> {
    private final ObjectMapper strict;

    JsonBodies(ObjectMapper lenient) {
        strict = lenient.copy()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        StrictScalars.readBy(strict);
        strict.setAnnotationIntrospector(AnnotationIntrospectorPair.create(
                new NullMarkedRecords(), strict.getDeserializationConfig().getAnnotationIntrospector()));
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return isReadable(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isReadable(type);
    }

    /** Whoever wants bytes or a text gets the body as it is. */
    private static boolean isReadable(Class<?> type) {
        return !type.isArray() && type != String.class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        Object body = read(type, genericType, context.getInputStream());
        if (body == null
                && !mayBeMissing(context.getResteasyReactiveResourceInfo().getMethod(), type)) {
            throw Problems.invalid("", "is required");
        }
        return body;
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        return read(type, genericType, stream);
    }

    private @Nullable Object read(Class<Object> type, @Nullable Type genericType, InputStream stream)
            throws IOException {
        byte[] bytes = stream.readAllBytes();
        Type target = genericType == null ? type : genericType;
        try {
            return bytes.length == 0 ? null : strict.readValue(bytes, strict.constructType(target));
        } catch (IOException unreadable) {
            throw JsonFaults.refusal(unreadable, bytes);
        }
    }

    private static boolean mayBeMissing(Method method, Class<?> body) {
        return Arrays.stream(method.getAnnotatedParameterTypes())
                .filter(parameter -> raw(parameter) == body)
                .anyMatch(parameter -> parameter.isAnnotationPresent(Nullable.class));
    }

    private static @Nullable Class<?> raw(AnnotatedType parameter) {
        return switch (parameter.getType()) {
            case Class<?> type -> type;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> null;
        };
    }
}
