package dev.unknot.frontdesk.token.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The fields of RFC 8414 that apply to an issuer of client-credentials tokens. */
record IssuerMetadata(
        String issuer,
        @JsonProperty("token_endpoint") String tokenEndpoint,
        @JsonProperty("jwks_uri") String jwksUri,
        @JsonProperty("grant_types_supported") List<String> grantTypes,

        @JsonProperty("token_endpoint_auth_methods_supported")
        List<String> authenticationMethods,

        @JsonProperty("response_types_supported") List<String> responseTypes) {}
